/** Results as files; start from {@link org.quantplatform.research.internal.files.ResultFiles}. */
@NullMarked
package org.quantplatform.research.internal.files;

import org.jspecify.annotations.NullMarked;
