// Package server gets this file before openshift-apiserver is built: the one method of OpenShift's
// fork of k8s.io/apiserver that it calls. The fork itself is not to be had as a module.
package server

// RemoveOpenAPIData forgets the OpenAPI document of this server alone, so that the aggregated one
// of all its delegates can be served in its place.
func (s *GenericAPIServer) RemoveOpenAPIData() {
	s.Handler.NonGoRestfulMux.Unregister("/openapi/v2")
	s.openAPIConfig = nil
	s.OpenAPIVersionedService = nil
	s.StaticOpenAPISpec = nil
}
