/** Login by an identity of AWS; start from {@link org.quantplatform.auth.aws.AwsAuthMode}. */
@NullMarked
package org.quantplatform.auth.aws;

import org.jspecify.annotations.NullMarked;
