package org.quantplatform.rest.internal.http;

import com.fasterxml.jackson.core.filter.TokenFilter;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.quantplatform.model.QuantException;

/** Keeps the members of a document that {@code ?fields=a,b.c} names; arrays are passed through to their elements. */
final class FieldSelection extends TokenFilter {

    private static final int MAX_LENGTH = 2000;
    private static final Set<String> PAGING = Set.of("page", "limit", "total", "has_more");

    private final TreeMap<String, FieldSelection> members = new TreeMap<>();

    private FieldSelection() {}

    static FieldSelection parse(String text) {
        if (text.isBlank() || text.length() > MAX_LENGTH) {
            throw QuantException.invalid("fields", "must be names separated by commas, at most 2000 characters");
        }
        FieldSelection root = new FieldSelection();
        for (String path : text.split(",", -1)) {
            FieldSelection at = root;
            for (String name : path.strip().split("\\.", -1)) {
                if (name.isBlank()) {
                    throw QuantException.invalid("fields", "has an empty name");
                }
                at = at.members.computeIfAbsent(name, key -> new FieldSelection());
            }
        }
        return root;
    }

    /** For a list: names are those of its rows, and the numbers of the page stay. */
    FieldSelection ofRows(String plural) {
        FieldSelection rows = new FieldSelection();
        rows.members.putAll(members);
        FieldSelection explicit = rows.members.remove(plural);
        PAGING.forEach(rows.members::remove);
        if (explicit != null) {
            rows.members.putAll(explicit.members);
        }
        FieldSelection list = new FieldSelection();
        list.members.put(plural, rows);
        PAGING.forEach(name -> list.members.put(name, new FieldSelection()));
        return list;
    }

    @Override
    public @Nullable TokenFilter includeProperty(String name) {
        FieldSelection member = members.get(name);
        if (member == null) {
            return null;
        }
        return member.members.isEmpty() ? TokenFilter.INCLUDE_ALL : member;
    }

    @Override
    public boolean includeEmptyArray(boolean contentsFiltered) {
        return true;
    }

    @Override
    public boolean includeEmptyObject(boolean contentsFiltered) {
        return true;
    }

    @Override
    protected boolean _includeScalar() {
        return false;
    }
}
