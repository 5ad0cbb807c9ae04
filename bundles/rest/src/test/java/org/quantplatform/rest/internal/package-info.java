/** Drives the servlets over real HTTP on an embedded server; start from {@link TestServer}. */
@org.jspecify.annotations.NullMarked
package org.quantplatform.rest.internal;
