package org.quantplatform.api.data;

import java.nio.file.Path;

/**
 * A file that a caller hands over.
 *
 * @param name as the caller calls it, without a folder
 * @param content where its bytes lie; stays the caller's, who may delete it when the import call has returned
 */
public record Upload(String name, Path content) {}
