package org.quantplatform.core.files;

import java.time.LocalDate;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** A column of a table, and how a row gives its value; none is ever null, a number may be NaN. */
public sealed interface Column<R> {

    String name();

    record Text<R>(String name, Function<R, String> value) implements Column<R> {}

    record Day<R>(String name, Function<R, LocalDate> value) implements Column<R> {}

    record Number<R>(String name, ToDoubleFunction<R> value) implements Column<R> {}
}
