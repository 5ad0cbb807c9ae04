/** The platform's services over HTTP; start from {@link org.quantplatform.client.HttpPlatform}. */
@NullMarked
package org.quantplatform.client;

import org.jspecify.annotations.NullMarked;
