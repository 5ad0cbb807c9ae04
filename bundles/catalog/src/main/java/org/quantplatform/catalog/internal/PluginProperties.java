package org.quantplatform.catalog.internal;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.quantplatform.spi.Plugin;

/**
 * Identity of a plug-in as its service properties state it.
 *
 * @param problem why it cannot be offered under this identity; null when it can
 */
record PluginProperties(String id, String title, List<String> tags, @Nullable String problem) {

    static final String ID = Plugin.PREFIX_ + "id";

    /** Reads service properties by name. */
    @FunctionalInterface
    interface Properties {
        @Nullable
        Object get(String name);
    }

    /** @param otherwise stands for the id when none is stated */
    static PluginProperties of(Properties properties, String otherwise) {
        String id = text(properties.get(ID));
        String title = text(properties.get(Plugin.PREFIX_ + "title"));
        List<String> tags = texts(properties.get(Plugin.PREFIX_ + "tags"));
        if (id.isEmpty()) {
            return new PluginProperties(otherwise, otherwise, tags, "states no id; annotate the class with @Plugin");
        }
        String problem = id.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*") && id.length() <= 64
                ? null
                : "its id '" + id + "' is not in kebab-case";
        return new PluginProperties(id, title.isEmpty() ? id : title, tags, problem);
    }

    /** Ids are taken with {@code _} for {@code -}, in any case. */
    static String normalised(String id) {
        return id.strip().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String text(@Nullable Object value) {
        return value instanceof String text ? text.strip() : "";
    }

    private static List<String> texts(@Nullable Object value) {
        if (value instanceof String[] many) {
            return List.of(many);
        }
        return value instanceof String one && !one.isBlank() ? List.of(one) : List.of();
    }
}
