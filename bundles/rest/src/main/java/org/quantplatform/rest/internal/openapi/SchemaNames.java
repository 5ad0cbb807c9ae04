package org.quantplatform.rest.internal.openapi;

import io.swagger.v3.core.jackson.TypeNameResolver;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Set;

/** Names schemas after their records; a record inside another begins with the name of the outer one. */
final class SchemaNames extends TypeNameResolver {

    static String of(Class<?> record) {
        Schema stated = record.getAnnotation(Schema.class);
        if (stated != null && !stated.name().isEmpty()) {
            return stated.name();
        }
        Class<?> outer = record.getEnclosingClass();
        return outer != null && outer.isRecord() ? of(outer) + record.getSimpleName() : record.getSimpleName();
    }

    @Override
    protected String nameForClass(Class<?> type, Set<Options> options) {
        return type.isRecord() ? of(type) : super.nameForClass(type, options);
    }
}
