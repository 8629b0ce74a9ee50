package org.code.aiproxy;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The entry point of the jar. */
@SpringBootApplication
public class AiProxyApplication {

    public static void main(String[] args) {
        SpringApplication.run(AiProxyApplication.class, args);
    }
}
