package org.quantplatform.rest.internal.http;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.quantplatform.model.FieldError;
import org.quantplatform.model.QuantException;

/** Before a route runs: the caller must be let in, and every query parameter must be one that the route knows. */
public final class CallFilter implements ContainerRequestFilter {

    @Context
    private @Nullable ResourceInfo route;

    private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

    @Override
    public void filter(ContainerRequestContext request) {
        if (route == null || route.getResourceMethod() == null) {
            return;
        }
        boolean open = route.getResourceClass().isAnnotationPresent(Open.class)
                || route.getResourceMethod().isAnnotationPresent(Open.class);
        if (!open) {
            Call.current().session();
        }
        Set<String> names = known.computeIfAbsent(route.getResourceMethod(), CallFilter::parameters);
        List<FieldError> errors = new ArrayList<>();
        request.getUriInfo().getQueryParameters().forEach((name, values) -> {
            if (!names.contains(name)) {
                String shown = name.length() > 64 ? name.substring(0, 64) : name;
                errors.add(new FieldError(shown, "unknown parameter; known are " + String.join(", ", names)));
            } else if (values.size() > 1) {
                errors.add(new FieldError(name, "given more than once"));
            }
        });
        if (!errors.isEmpty()) {
            throw QuantException.invalid(errors.subList(0, Math.min(errors.size(), 20)));
        }
    }

    private static Set<String> parameters(Method method) {
        Set<String> names = new TreeSet<>(Set.of("fields"));
        for (Parameter parameter : method.getParameters()) {
            QueryParam query = parameter.getAnnotation(QueryParam.class);
            if (query != null) {
                names.add(query.value());
            }
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                for (Field field : parameter.getType().getDeclaredFields()) {
                    QueryParam inside = field.getAnnotation(QueryParam.class);
                    if (inside != null) {
                        names.add(inside.value());
                    }
                }
            }
        }
        return names;
    }
}
