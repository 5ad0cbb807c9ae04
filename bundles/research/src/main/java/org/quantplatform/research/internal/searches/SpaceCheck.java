package org.quantplatform.research.internal.searches;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.quantplatform.api.searches.Dimension;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.FieldError;
import org.quantplatform.model.QuantException;
import org.quantplatform.research.internal.backtests.RequestResolver;
import org.quantplatform.research.internal.backtests.RequestResolver.Resolved;
import org.quantplatform.research.internal.requests.Problems;
import org.quantplatform.research.internal.searches.Combinations.Axis;

/** Looks at every value of a space by itself, then at combinations. */
final class SpaceCheck {

    /** So that one wrong range does not fill an answer. */
    private static final int TOLD_PER_PATH = 3;

    private static final int MOST_VALUES = 20_000;

    private final Variations variations;
    private final RequestResolver resolver;

    SpaceCheck(Variations variations, RequestResolver resolver) {
        this.variations = variations;
        this.resolver = resolver;
    }

    /** The axes that can be read, in order of path; what is wrong is told under {@code space.PATH}. */
    static List<Axis> axes(Map<String, Dimension> space, Problems problems) {
        Map<SpacePath, Axis> axes = new TreeMap<>();
        space.forEach((name, dimension) -> {
            try {
                SpacePath path = SpacePath.parse(name);
                problems.addIf(axes.containsKey(path), "space." + name, "is the same path as another");
                axes.put(path, Axis.of(path, dimension));
            } catch (IllegalArgumentException e) {
                problems.add("space." + name, String.valueOf(e.getMessage()));
            }
        });
        int values =
                axes.values().stream().mapToInt(axis -> axis.values().size()).sum();
        problems.addIf(values > MOST_VALUES, "space", "at most " + MOST_VALUES + " values of all paths together");
        return List.copyOf(axes.values());
    }

    static List<Comparison> constraints(List<String> texts, List<Axis> axes, Problems problems) {
        List<Comparison> constraints = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            try {
                constraints.add(Comparison.parse(texts.get(i), axes));
            } catch (IllegalArgumentException e) {
                problems.add("constraints[" + i + "]", String.valueOf(e.getMessage()));
            }
        }
        return constraints;
    }

    /** Values that are wrong whatever the others are; that two do not go together is no matter here. */
    void checkValues(List<Axis> axes, Problems problems) {
        for (Axis axis : axes) {
            Set<String> told = new TreeSet<>();
            for (Object value : axis.values()) {
                Optional<String> wrong = wrong(axis.path(), value);
                if (wrong.isPresent() && told.size() < TOLD_PER_PATH) {
                    String message = wrong.get().contains("was ") ? wrong.get() : wrong.get() + ", was " + value;
                    told.add(message);
                }
            }
            told.forEach(message -> problems.add("space." + axis.path().name(), message));
        }
    }

    private Optional<String> wrong(SpacePath path, Object value) {
        try {
            resolve(Map.of(path, value));
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        } catch (QuantException e) {
            if (e.code() != ErrorCode.INVALID_REQUEST) {
                throw e;
            }
            return e.errors().stream()
                    .filter(error -> error.field().startsWith(path.document())
                            || path.document().startsWith(error.field() + ".")
                                    && error.message().contains("unknown"))
                    .map(FieldError::message)
                    .findFirst();
        }
    }

    /**
     * @throws QuantException {@code INVALID_REQUEST} when the combination cannot be run
     */
    Resolved resolve(Map<SpacePath, Object> values) {
        Problems problems = new Problems();
        Optional<Resolved> resolved = resolver.resolve(variations.with(values, null), Optional.empty(), problems);
        problems.throwIfAny();
        return resolved.orElseThrow();
    }
}
