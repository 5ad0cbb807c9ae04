/** Events of running work over WebSocket; start from {@link SocketServlet}. */
@org.jspecify.annotations.NullMarked
package org.quantplatform.rest.internal.socket;
