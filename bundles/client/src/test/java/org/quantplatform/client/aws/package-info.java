/** Tests of proof by AWS. */
@NullMarked
package org.quantplatform.client.aws;

import org.jspecify.annotations.NullMarked;
