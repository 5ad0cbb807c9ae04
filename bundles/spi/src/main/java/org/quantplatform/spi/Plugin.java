package org.quantplatform.spi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.service.component.annotations.ComponentPropertyType;

/**
 * Identity of a plug-in, readable from its service properties before the plug-in is created. Its kind is the service
 * interface under which it is registered.
 */
@ComponentPropertyType
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface Plugin {

    String PREFIX_ = "quant.plugin.";

    /** Kebab-case, unique within the kind, never reused for something else. */
    String id();

    /** For people, a few words. */
    String title();

    /** Words by which lists can be narrowed. */
    String[] tags() default {};
}
