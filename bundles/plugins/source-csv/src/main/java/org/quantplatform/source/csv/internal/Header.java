package org.quantplatform.source.csv.internal;

import java.util.ArrayList;
import java.util.List;
import org.quantplatform.spi.PluginException;

/** Names of a file's columns, as its first line gives them. */
record Header(String file, List<String> names) {

    static final int ABSENT = -1;

    Header {
        names = List.copyOf(names);
    }

    static Header of(String file, Records scanner) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < scanner.fields(); i++) {
            names.add(scanner.text(i));
        }
        return new Header(file, names);
    }

    /** Case does not matter; {@link #ABSENT} when there is no such column. */
    int find(String name) {
        int found = ABSENT;
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).equalsIgnoreCase(name)) {
                if (found != ABSENT) {
                    throw new PluginException(file + ": column '" + name + "' is there twice");
                }
                found = i;
            }
        }
        return found;
    }

    int require(String option, String name) {
        int found = find(name);
        if (found == ABSENT) {
            throw new PluginException(
                    "columns." + option + ": " + file + " has no column '" + name + "'; it has " + listed());
        }
        return found;
    }

    private String listed() {
        int shown = Math.min(names.size(), 40);
        String list = String.join(", ", names.subList(0, shown));
        return shown < names.size() ? list + " and " + (names.size() - shown) + " more" : list;
    }
}
