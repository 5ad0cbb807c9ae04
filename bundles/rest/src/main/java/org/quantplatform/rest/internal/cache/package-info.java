/** Answers that need not be made again; start from {@link AnswerCache}. */
@org.jspecify.annotations.NullMarked
package org.quantplatform.rest.internal.cache;
