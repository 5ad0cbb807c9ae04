package org.quantplatform.engine.expression;

import org.quantplatform.model.Field;

/** One thing to do for an asset; columns under work lie in numbered slots. */
sealed interface Step {

    /** Reads a field into a slot. */
    record Load(Field field, int slot) implements Step {}

    /** Reads what an earlier stage left. */
    record Recall(int matrix, int slot) implements Step {}

    record Call(Definition definition, int[] in, double[] numbers, int slot) implements Step {}

    /** Leaves a column to a later stage. */
    record Store(int slot, int matrix) implements Step {}

    record Emit(int slot, int output) implements Step {}
}
