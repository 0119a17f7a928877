# console-plugins.sh enable|disable NAME: adds a plugin to the list of the console's operator, or
# removes it. The other plugins stay: the patch carries the version that was read, so the API server
# refuses it where somebody else was faster; the Job then tries again.
set -eu

action=$1
name=$2
console=consoles.operator.openshift.io/cluster

state=$(oc get "$console" \
  --output=go-template='{{.metadata.resourceVersion}}{{range .spec.plugins}} {{.}}{{end}}')
# Unquoted on purpose: the version and the names are words.
# shellcheck disable=SC2086
set -- $state
version=$1
shift

listed=no
plugins=
for plugin; do
  if [ "$plugin" = "$name" ]; then
    listed=yes
  else
    plugins="$plugins${plugins:+,}\"$plugin\""
  fi
done

case "$action $listed" in
  'enable yes' | 'disable no')
    echo "Nothing to $action: $name."
    exit 0
    ;;
  'enable no') plugins="$plugins${plugins:+,}\"$name\"" ;;
  'disable yes') ;;
  *)
    echo "Usage: console-plugins.sh enable|disable NAME" >&2
    exit 2
    ;;
esac

oc patch "$console" --type=merge \
  --patch="{\"metadata\":{\"resourceVersion\":\"$version\"},\"spec\":{\"plugins\":[$plugins]}}"
