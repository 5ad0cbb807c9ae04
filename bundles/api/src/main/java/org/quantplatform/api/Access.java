package org.quantplatform.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** States on a service method what it needs and whether it leaves an audit record; a method without it is refused. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Access {

    Permission value();

    /** Name of the action in the audit log, such as {@code strategy.create}; empty for reads, which are not recorded. */
    String audit() default "";
}
