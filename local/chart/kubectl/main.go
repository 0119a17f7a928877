// Command kubectl is the Kubernetes client that `oc` wraps, so that the chart's script can be run
// without an OpenShift image.
package main

import (
	"os"

	"k8s.io/kubectl/pkg/cmd"
)

func main() {
	if err := cmd.NewDefaultKubectlCommand().Execute(); err != nil {
		os.Exit(1)
	}
}
