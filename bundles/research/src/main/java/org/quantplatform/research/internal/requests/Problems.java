package org.quantplatform.research.internal.requests;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.FieldError;
import org.quantplatform.model.QuantException;

/** Gathers what is wrong with a request, so that a user hears of everything at once. */
public final class Problems {

    private final List<FieldError> errors = new ArrayList<>();

    public void add(String field, String message) {
        errors.add(new FieldError(field, message));
    }

    public void addIf(boolean wrong, String field, String message) {
        if (wrong) {
            add(field, message);
        }
    }

    /** Null, which means left out, is in range. */
    public void range(String field, @Nullable Double value, double min, double max) {
        if (value != null && !(value >= min && value <= max)) {
            add(field, "must be " + plain(min) + " to " + plain(max) + ", was " + plain(value));
        }
    }

    /** Empty when the supplier refused the request; its errors are kept. */
    public <T> Optional<T> attempt(Supplier<T> supplier) {
        try {
            return Optional.of(supplier.get());
        } catch (QuantException e) {
            if (e.code() != ErrorCode.INVALID_REQUEST || e.errors().isEmpty()) {
                throw e;
            }
            errors.addAll(e.errors());
            return Optional.empty();
        }
    }

    public boolean none() {
        return errors.isEmpty();
    }

    public void throwIfAny() {
        if (!errors.isEmpty()) {
            throw QuantException.invalid(errors);
        }
    }

    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
