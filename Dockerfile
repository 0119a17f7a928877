# Two stages: Node.js builds the plugin, nginx serves it. No tool of the build reaches the image.
ARG NODE_IMAGE=registry.access.redhat.com/ubi9/nodejs-22:latest
ARG NGINX_IMAGE=registry.access.redhat.com/ubi9/nginx-126:latest

FROM ${NODE_IMAGE} AS build
USER 1001
WORKDIR /opt/app-root/src
COPY --chown=1001:0 package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY --chown=1001:0 . .
RUN NODE_ENV=production npm run build

FROM ${NGINX_IMAGE}
LABEL name="image-triggers-plugin" \
      summary="Image Triggers for the OpenShift web console" \
      description="Serves the console plugin that runs a Tekton Pipeline for every image push" \
      io.k8s.display-name="Image Triggers" \
      io.openshift.expose-services="9443:https" \
      license="Apache-2.0"
COPY LICENSE /licenses/LICENSE
# The chart mounts the same file; with it, the image also runs alone.
COPY charts/image-triggers-plugin/files/nginx.conf /etc/nginx/nginx.conf
COPY --from=build /opt/app-root/src/dist /srv/image-triggers-plugin
USER 1001
EXPOSE 9443
# Finishes the requests that it has begun.
STOPSIGNAL SIGQUIT
CMD ["nginx", "-e", "stderr", "-g", "daemon off;"]
