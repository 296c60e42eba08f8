namespace Samples;

/// <summary>Something that the person at the keyboard can mend: the program prints the message as one line and ends with exit code 2.</summary>
public sealed class SampleException : Exception
{
    /// <summary>Says what is wrong.</summary>
    /// <param name="message">What is wrong, where, and what to do, in one line.</param>
    public SampleException(string message)
        : base(message)
    {
    }

    /// <summary>Says what is wrong.</summary>
    /// <param name="message">What is wrong, where, and what to do, in one line.</param>
    /// <param name="innerException">What went wrong below.</param>
    public SampleException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
