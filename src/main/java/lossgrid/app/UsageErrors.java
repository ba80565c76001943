package lossgrid.app;

import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;

/** Answers a wrong command line with one line on standard error and exit code 2. */
public final class UsageErrors implements IParameterExceptionHandler {
    @Override
    public int handleParseException(ParameterException wrong, String[] args) {
        CommandLine command = wrong.getCommandLine();
        String message = command.getCommandSpec().qualifiedName() + ": " + wrong.getMessage();
        command.getErr().println(message.replaceAll("\\p{Cntrl}", "?"));
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }
}
