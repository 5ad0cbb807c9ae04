package org.quantplatform.client;

/**
 * A call that the server has answered well.
 *
 * @param answer the JSON as it came, byte for byte (unzipped)
 */
public record Exchange(String method, String path, int status, long millis, byte[] answer) {}
