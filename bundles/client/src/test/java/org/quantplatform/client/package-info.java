/** Tests of the client against a server that plays exact answers; start from {@link org.quantplatform.client.ScriptedServer}. */
@NullMarked
package org.quantplatform.client;

import org.jspecify.annotations.NullMarked;
