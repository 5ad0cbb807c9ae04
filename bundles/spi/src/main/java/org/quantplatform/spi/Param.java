package org.quantplatform.spi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Describes one component of a plug-in's parameter record.
 *
 * <p>Component types: {@code int}, {@code long}, {@code double}, {@code boolean}, {@code String}, an enum, {@code
 * LocalDate}, and {@code List} of the boxed form of these. The component {@code maxWeight} is {@code max_weight} in JSON
 * and {@code --max-weight} on a command line. Checks across components belong in the record's compact constructor.
 *
 * <p>It also goes to the component's field, because bundle tools that read class files look there and would otherwise leave
 * the import of this package out of a plug-in's manifest.
 */
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Param {

    /** The default, written as text; list elements are separated by commas. */
    String value();

    /** Least value allowed, inclusive; for numbers. */
    double min() default Double.NEGATIVE_INFINITY;

    /** Greatest value allowed, inclusive; for a text the most characters, 1,000 when left out. */
    double max() default Double.POSITIVE_INFINITY;

    /** One line for people, with the unit. */
    String help();
}
