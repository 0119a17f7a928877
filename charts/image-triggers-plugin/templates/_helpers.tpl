{{/* The console finds the plugin by this name, so it is no value: a cluster has one release. */}}
{{- define "image-triggers-plugin.name" -}}
image-triggers-plugin
{{- end }}

{{- define "image-triggers-plugin.job" -}}
{{ include "image-triggers-plugin.name" . }}-console-list
{{- end }}

{{/* Never changes for a release: Deployments refuse another selector. */}}
{{- define "image-triggers-plugin.selector" -}}
app.kubernetes.io/name: {{ include "image-triggers-plugin.name" . }}
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/component: web-server
{{- end }}

{{- define "image-triggers-plugin.labels" -}}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" }}
app.kubernetes.io/name: {{ include "image-triggers-plugin.name" . }}
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- end }}

{{/* The image of (dict "path" "image" "image" .Values.image "tag" "the tag where none is given"). */}}
{{- define "image-triggers-plugin.image" -}}
{{- $repository := required (printf "%s.repository is required: name the repository that holds the image." .path) .image.repository -}}
{{- if .image.digest -}}
{{ $repository }}@{{ .image.digest }}
{{- else -}}
{{ $repository }}:{{ required (printf "%s needs a tag or a digest." .path) (.image.tag | default .tag) }}
{{- end -}}
{{- end }}

{{- define "image-triggers-plugin.pod-security-context" -}}
runAsNonRoot: true
seccompProfile:
  type: RuntimeDefault
{{- end }}

{{- define "image-triggers-plugin.security-context" -}}
allowPrivilegeEscalation: false
capabilities:
  drop: [ALL]
readOnlyRootFilesystem: true
{{- end }}

{{/* Where a pod may run and what it may pull, for both kinds of pods. */}}
{{- define "image-triggers-plugin.placement" -}}
{{- with .Values.imagePullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . }}
  {{- end }}
{{- end }}
{{- with .Values.nodeSelector }}
nodeSelector: {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.tolerations }}
tolerations: {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.priorityClassName }}
priorityClassName: {{ . }}
{{- end }}
{{- end }}

{{/* The Job's rights are hooks like it: nobody may change the console's list between two runs. */}}
{{- define "image-triggers-plugin.access-hook" -}}
helm.sh/hook: post-install,post-upgrade,pre-delete
helm.sh/hook-weight: "-1"
helm.sh/hook-delete-policy: before-hook-creation,hook-succeeded
{{- end }}

{{/* The aliases of the ConsolePlugin's proxies, as JSON. */}}
{{- define "image-triggers-plugin.proxies" -}}
{{- ternary (list "tekton-results") list .Values.results.enabled | toJson }}
{{- end }}
