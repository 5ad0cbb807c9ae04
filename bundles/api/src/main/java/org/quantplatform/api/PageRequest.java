package org.quantplatform.api;

/**
 * Which part of a list is wanted.
 *
 * @param page from 1
 * @param limit rows per page, 1 to 1000
 */
public record PageRequest(int page, int limit) {

    public static final int MAX_LIMIT = 1000;
    public static final PageRequest FIRST = new PageRequest(1, 50);

    public PageRequest {
        if (page < 1 || page > 1_000_000) {
            throw new IllegalArgumentException("page must be 1 to 1000000, was " + page);
        }
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit must be 1 to " + MAX_LIMIT + ", was " + limit);
        }
    }

    public long offset() {
        return (long) (page - 1) * limit;
    }
}
