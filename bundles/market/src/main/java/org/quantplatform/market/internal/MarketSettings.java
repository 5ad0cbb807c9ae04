package org.quantplatform.market.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What may be set about imports; read from {@code etc/org.quantplatform.market.cfg}. */
@ObjectClassDefinition(name = "Market data")
@interface MarketSettings {

    @AttributeDefinition(
            description = "Folder of files that may be imported by name, absolute or below the data folder")
    String import_folder() default "import";

    @AttributeDefinition(description = "Files in one import")
    int max_files() default 100;

    @AttributeDefinition(description = "Size of one file, in MB")
    int max_file_mb() default 512;

    @AttributeDefinition(description = "Size of all files of one import together, in MB")
    int max_total_mb() default 2048;

    @AttributeDefinition(description = "Size of all files of one import together after decompression, in MB")
    int max_inflated_mb() default 8192;

    @AttributeDefinition(description = "Files in one zip")
    int max_zip_entries() default 1000;
}
