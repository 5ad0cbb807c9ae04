package org.quantplatform.client;

/**
 * One try at a call, for a log; holds no header and no body.
 *
 * @param number from 1
 * @param outcome the status, or in words why there is none
 */
public record Attempt(String method, String path, int number, String outcome, long millis) {

    @Override
    public String toString() {
        String tried = number == 1 ? "" : " (attempt " + number + ")";
        return method + " " + path + " " + outcome + " in " + millis + " ms" + tried;
    }
}
