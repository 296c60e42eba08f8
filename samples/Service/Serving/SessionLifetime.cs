using Microsoft.Extensions.Hosting;

namespace Service.Serving;

/// <summary>Leaves Ctrl+C to the command line of the samples, which stops the service through its token.</summary>
internal sealed class SessionLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
