/** How requests are read and answers written: bodies, paging, tags, problem documents; start from {@link Call}. */
@org.jspecify.annotations.NullMarked
package org.quantplatform.rest.internal.http;
