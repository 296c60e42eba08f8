using Microsoft.Extensions.Hosting;
using Samples.CommandLine;

namespace Service.Serving;

/// <summary>Retrains beside the requests, on a thread of its own, while the service runs.</summary>
internal sealed class Retrainer(Retraining retraining, TimeSpan interval, SampleSession session) : BackgroundService
{
    private volatile bool isTraining;

    /// <summary>Whether the network goes on learning.</summary>
    public bool IsTraining => isTraining;

    // Of its own: the threads of the pool are for requests.
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.Factory.StartNew(() => Train(stoppingToken), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private void Train(CancellationToken cancellationToken)
    {
        isTraining = true;
        try
        {
            retraining.Run(interval, cancellationToken);
        }
        catch (Exception error) when (error is InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            // A service goes on with what it has.
            session.Remark($"{error.Message} The last snapshot goes on answering.");
        }
        finally
        {
            isTraining = false;
        }
    }
}
