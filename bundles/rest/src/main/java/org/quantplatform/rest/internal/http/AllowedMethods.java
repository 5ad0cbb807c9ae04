package org.quantplatform.rest.internal.http;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Which methods an address takes. What CXF tells is what all addresses of a class take together. */
public final class AllowedMethods {

    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]*}");

    private final Map<String, Set<String>> methods = new TreeMap<>();
    private final Map<String, Pattern> patterns = new TreeMap<>();

    public AllowedMethods(Collection<Class<?>> routes) {
        for (Class<?> route : routes) {
            for (Method method : route.getMethods()) {
                for (Annotation annotation : method.getAnnotations()) {
                    HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
                    if (verb != null) {
                        add(address(route.getAnnotation(Path.class), method.getAnnotation(Path.class)), verb.value());
                    }
                }
            }
        }
    }

    /** As the header {@code Allow} names them; without any where no route is. */
    public String of(String address) {
        String path = stripped(address);
        Set<String> allowed = new TreeSet<>(Set.of("OPTIONS"));
        String best = patterns.keySet().stream()
                .filter(template -> patterns.get(template).matcher(path).matches())
                .max((a, b) -> Integer.compare(literals(a), literals(b)))
                .orElse("");
        allowed.addAll(methods.getOrDefault(best, Set.of()));
        if (allowed.contains(HttpMethod.GET)) {
            allowed.add(HttpMethod.HEAD);
        }
        return String.join(", ", allowed);
    }

    private void add(String template, String verb) {
        methods.computeIfAbsent(template, key -> new TreeSet<>()).add(verb);
        String[] parts = VARIABLE.split(template, -1);
        StringBuilder pattern = new StringBuilder(Pattern.quote(parts[0]));
        for (int i = 1; i < parts.length; i++) {
            pattern.append("[^/]+").append(Pattern.quote(parts[i]));
        }
        patterns.put(template, Pattern.compile(pattern.toString()));
    }

    private static int literals(String template) {
        return VARIABLE.matcher(template).replaceAll("").length();
    }

    private static String address(Path route, Path method) {
        String own = method == null ? "" : stripped(method.value());
        String base = route == null ? "" : stripped(route.value());
        return own.isEmpty() || base.isEmpty() ? base + own : base + "/" + own;
    }

    private static String stripped(String path) {
        return path.replaceAll("^/+|/+$", "");
    }
}
