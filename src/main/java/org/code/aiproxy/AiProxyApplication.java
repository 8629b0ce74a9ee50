package org.code.aiproxy;

import org.code.aiproxy.commandline.AiProxyCommand;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The entry point of the jar: what is to be done is said on the command line. */
@SpringBootApplication
public class AiProxyApplication {

    /** Runs a command; ends the process unless the command left a server running. */
    public static void main(String[] args) {
        int status = AiProxyCommand.commandLine(AiProxyApplication.class).execute(args);
        if (status != 0) {
            System.exit(status);
        }
    }
}
