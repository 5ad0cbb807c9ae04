/** Proof by an identity of AWS, without its software; start from {@link org.quantplatform.client.aws.CallerProof}. */
@NullMarked
package org.quantplatform.client.aws;

import org.jspecify.annotations.NullMarked;
