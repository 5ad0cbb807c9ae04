/** The servlets that the bundle offers: API, documentation, redirects; start from {@link RestServlet}. */
@org.jspecify.annotations.NullMarked
package org.quantplatform.rest.internal;
