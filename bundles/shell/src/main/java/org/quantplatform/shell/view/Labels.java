package org.quantplatform.shell.view;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Constants as they stand in documents. */
public final class Labels {

    private Labels() {}

    public static String of(@Nullable Enum<?> constant) {
        return constant == null ? Figures.ABSENT : constant.name().toLowerCase(Locale.ROOT);
    }
}
