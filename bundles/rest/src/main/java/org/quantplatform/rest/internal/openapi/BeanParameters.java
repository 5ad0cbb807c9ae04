package org.quantplatform.rest.internal.openapi;

import io.swagger.v3.core.util.ParameterProcessor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Query parameters that routes share as a bean. Its fields are private, where Swagger sees none and makes it a body. */
final class BeanParameters {

    private BeanParameters() {}

    static void complete(OpenAPI api, Set<Class<?>> routes) {
        Map<String, Method> methods = new HashMap<>();
        Set<String> beans = new HashSet<>();
        for (Class<?> route : routes) {
            for (Method method : route.getMethods()) {
                Operation operation = method.getAnnotation(Operation.class);
                if (operation != null) {
                    methods.put(operation.operationId(), method);
                }
            }
        }
        api.getPaths().values().stream()
                .map(PathItem::readOperations)
                .flatMap(List::stream)
                .forEach(operation -> beans.addAll(complete(api, operation, methods.get(operation.getOperationId()))));
        beans.forEach(api.getComponents().getSchemas()::remove);
    }

    /** Returns the names of the beans. */
    private static Set<String> complete(OpenAPI api, io.swagger.v3.oas.models.Operation operation, Method method) {
        Set<String> beans = new HashSet<>();
        for (java.lang.reflect.Parameter parameter : method.getParameters()) {
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                beans.add(parameter.getType().getSimpleName());
                operation.setRequestBody(null);
                for (Field field : parameter.getType().getDeclaredFields()) {
                    QueryParam query = field.getAnnotation(QueryParam.class);
                    if (query != null) {
                        operation.addParametersItem(parameter(api, field, query.value()));
                    }
                }
            }
        }
        return beans;
    }

    private static Parameter parameter(OpenAPI api, Field field, String name) {
        var annotation = field.getAnnotation(io.swagger.v3.oas.annotations.Parameter.class);
        Type stated = annotation == null ? null : ParameterProcessor.getParameterType(annotation, true);
        return ParameterProcessor.applyAnnotations(
                new QueryParameter().name(name),
                stated == null ? field.getType() : stated,
                Arrays.asList(field.getAnnotations()),
                api.getComponents(),
                new String[0],
                new String[0],
                null);
    }
}
