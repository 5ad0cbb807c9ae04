package org.quantplatform.api;

import java.util.List;
import java.util.function.Function;

/**
 * A part of a list.
 *
 * @param total rows in the whole list
 */
public record Page<T>(List<T> items, int page, int limit, long total) {

    public Page {
        items = List.copyOf(items);
    }

    public static <T> Page<T> of(List<T> items, PageRequest request, long total) {
        return new Page<>(items, request.page(), request.limit(), total);
    }

    /** Cuts the page out of a list that is wholly at hand. */
    public static <T> Page<T> cut(List<T> all, PageRequest request) {
        int from = (int) Math.min(request.offset(), all.size());
        int to = Math.min(from + request.limit(), all.size());
        return of(all.subList(from, to), request, all.size());
    }

    public boolean hasMore() {
        return (long) page * limit < total;
    }

    public <R> Page<R> map(Function<? super T, ? extends R> mapper) {
        return new Page<>(items.stream().<R>map(mapper).toList(), page, limit, total);
    }
}
