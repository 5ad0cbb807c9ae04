/** Checks of the built distribution that need no running server; start from {@link Distribution}. */
@org.jspecify.annotations.NullMarked
package org.quantplatform.assembly;
