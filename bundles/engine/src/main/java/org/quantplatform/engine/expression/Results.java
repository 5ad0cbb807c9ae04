package org.quantplatform.engine.expression;

/** Takes the values of a program's expressions as soon as they are known. Called from several threads. */
@FunctionalInterface
public interface Results {

    /**
     * @param output index of the expression in its program
     * @param values the asset's value on each day; valid during the call only, to be read only
     */
    void accept(int output, int asset, double[] values);
}
