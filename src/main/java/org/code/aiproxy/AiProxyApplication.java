package org.code.aiproxy;

import org.code.aiproxy.cli.AiProxyCommand;
import org.code.aiproxy.cli.rehearsal.RehearseCommand;
import org.code.aiproxy.console.CommandRules;
import org.code.aiproxy.rubrictester.command.RubricTesterCommand;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurationExcludeFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.aop.AopAutoConfiguration;
import org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.micrometer.observation.autoconfigure.ScheduledTasksObservationAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import picocli.CommandLine;

/** The entry point of the jar: what is to be done is said on the command line. */
@SpringBootConfiguration
@EnableAutoConfiguration(
        exclude = {
            AopAutoConfiguration.class,
            ScheduledTasksObservationAutoConfiguration.class,
            TaskSchedulingAutoConfiguration.class
        },
        // Deprecated, as Jackson 2 is: its presence on the class path is OpenAI's SDK's doing.
        excludeName =
                "org.springframework.boot.actuate.autoconfigure.endpoint.jackson.Jackson2EndpointAutoConfiguration")
// Here Jackson looks for mix-ins, class by class; there are none.
@AutoConfigurationPackage(basePackages = "org.code.aiproxy.json")
@ComponentScan(
        resourcePattern = "**/{name:" + AiProxyApplication.COMPONENT_NAMES + "}.class",
        excludeFilters = {
            @Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class),
            @Filter(type = FilterType.CUSTOM, classes = AutoConfigurationExcludeFilter.class)
        })
public class AiProxyApplication {

    /** What components are called. To read all class files took a seventh of a start. */
    static final String COMPONENT_NAMES =
            ".*(?:Configuration|Controller|Handler|Reader|Assessment|Warning)";

    /** All commands. */
    public static CommandLine commandLine() {
        return CommandRules.holding(
                AiProxyCommand.commandLine(Service::run, CommandApplication.class)
                        .addSubcommand(RubricTesterCommand.commandLine(CommandApplication.class))
                        .addSubcommand(new RehearseCommand(AiProxyApplication::commandLine)));
    }

    /** Runs a command; ends the process unless the command left a server running. */
    public static void main(String[] args) {
        int status = commandLine().execute(args);
        if (status != 0) {
            System.exit(status);
        }
    }
}
