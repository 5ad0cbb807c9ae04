/** What the HTTP server's settings file cannot say; start from {@link org.quantplatform.httpserver.Backlog}. */
package org.quantplatform.httpserver;
