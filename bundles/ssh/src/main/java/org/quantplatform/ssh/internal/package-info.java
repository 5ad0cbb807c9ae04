/** Makes the key by which the local {@code quant shell} opens the server's SSH shell; start from {@link ShellAccess}. */
@org.jspecify.annotations.NullMarked
package org.quantplatform.ssh.internal;
