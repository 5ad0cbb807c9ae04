/** The OpenAPI document of the routes; start from {@link OpenApiDocument}. */
@org.jspecify.annotations.NullMarked
package org.quantplatform.rest.internal.openapi;
