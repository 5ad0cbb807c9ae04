/**
 * What stands before everything that the server answers over HTTP, and what the HTTP server's own settings file cannot say;
 * start from {@link org.quantplatform.httpserver.Gateway}.
 */
@org.jspecify.annotations.NullMarked
package org.quantplatform.httpserver;
