package org.quantplatform.security.internal;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.Access;
import org.quantplatform.core.identity.AuditLog;
import org.quantplatform.core.identity.Caller;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.QuantException;

/**
 * Stands before a service of the api: checks the permission that {@link Access} names and writes the audit record. Being a
 * proxy, it covers methods that are added later; one that lacks the annotation is refused.
 */
final class Guard implements InvocationHandler {

    private final Object service;
    private final Caller caller;
    private final AuditLog log;

    private Guard(Object service, Caller caller, AuditLog log) {
        this.service = service;
        this.caller = caller;
        this.log = log;
    }

    static <T> T before(Class<T> type, T service, Caller caller, AuditLog log) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, new Guard(service, caller, log)));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        if (method.getDeclaringClass() == Object.class) {
            return objectMethod(proxy, method, arguments);
        }
        Access access = method.getAnnotation(Access.class);
        if (access == null) {
            throw QuantException.of(ErrorCode.FORBIDDEN, method.getName() + " is not open to callers");
        }
        String action = access.audit().isEmpty() ? method.getName() : access.audit();
        if (!Permissions.allow(caller, access.value())) {
            log.append(caller, action, firstText(arguments), "denied");
            throw QuantException.of(ErrorCode.FORBIDDEN, refusal(access));
        }
        return access.audit().isEmpty() ? call(method, arguments) : audited(action, method, arguments);
    }

    private String refusal(Access access) {
        if (caller.roles().isEmpty()) {
            return "change your password first";
        }
        String needed = "this needs the permission " + access.value().name().toLowerCase(Locale.ROOT);
        return caller.scopes() == null ? needed : needed + ", which the API key does not have";
    }

    private @Nullable Object audited(String action, Method method, Object @Nullable [] arguments) throws Throwable {
        Object result;
        try {
            result = call(method, arguments);
        } catch (Throwable e) {
            recordFailure(action, arguments, e);
            throw e;
        }
        String made = Resources.idOf(result);
        log.append(caller, action, made == null ? firstText(arguments) : made, "ok");
        return result;
    }

    /** The failure itself is the one to tell, also when the log fails with the same database. */
    private void recordFailure(String action, Object @Nullable [] arguments, Throwable failure) {
        try {
            log.append(caller, action, firstText(arguments), "failed");
        } catch (QuantException e) {
            failure.addSuppressed(e);
        }
    }

    private @Nullable Object call(Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(service, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    private Object objectMethod(Object proxy, Method method, Object @Nullable [] arguments) {
        return switch (method.getName()) {
            case "equals" -> arguments != null && proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> "guarded " + service.getClass().getSimpleName();
        };
    }

    private static @Nullable String firstText(Object @Nullable [] arguments) {
        return arguments != null && arguments.length > 0 && arguments[0] instanceof String text ? text : null;
    }
}
