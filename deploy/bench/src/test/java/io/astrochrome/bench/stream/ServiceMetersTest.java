package io.astrochrome.bench.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ServiceMetersTest {
    private static final String PAGE = """
            # HELP jvm_gc_live_data_size_bytes Size of long-lived heap memory pool after reclamation
            # TYPE jvm_gc_live_data_size_bytes gauge
            jvm_gc_live_data_size_bytes 2.097152E7
            jvm_memory_used_bytes{area="heap",id="Eden Space",service="colorize-service",} 3.145728E7
            jvm_memory_used_bytes{area="heap",id="Tenured Gen",service="colorize-service",} 2.2020096E7
            astrochrome_native_memory_bytes{service="colorize-service",} 5.24288E7
            jvm_threads_live_threads{service="colorize-service",} 41.0
            process_files_open_files 77.0
            """;

    @Test
    void areReadFromAPageOfMeters() {
        assertThat(ServiceMeters.of(PAGE)).isEqualTo(new ServiceMeters(20, 50, 41, 77));
    }

    @Test
    void areNotNumbersWhereNobodySaysThem() {
        assertThat(ServiceMeters.of("nothing here\n").threads()).isNaN();
    }
}
