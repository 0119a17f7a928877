module image-triggers/local/control-plane/openshift-kinds

go 1.26.0

// Nothing is built of it: it defines the kinds of OpenShift 4.22, as it is on Kubernetes 1.35 too. Of
// its commits the module proxy has only those that other modules require.
require github.com/openshift/api v0.0.0-20260302174620-dcac36b908db
