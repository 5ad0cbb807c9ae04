package org.quantplatform.engine.expression;

/** Which values an operator looks at to give the value of one asset on one day. */
public enum Scope {
    /** Those of the same asset and day. */
    CELL,
    /** Those of the same asset, on the same and earlier days. */
    TIME,
    /** Those of the same day, over all assets that are eligible and whose value is known. */
    DAY
}
