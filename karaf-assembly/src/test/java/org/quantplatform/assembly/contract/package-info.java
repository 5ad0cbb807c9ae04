/** Requests made from an OpenAPI document, and the judgement of their answers; start from {@link Fuzz}. */
@org.jspecify.annotations.NullMarked
package org.quantplatform.assembly.contract;
