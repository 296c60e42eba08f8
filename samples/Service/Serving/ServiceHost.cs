using System.Net;
using Digits;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Samples.CommandLine;

namespace Service.Serving;

/// <summary>Runs the service: it answers, retrains and publishes until it is stopped.</summary>
internal static class ServiceHost
{
    /// <summary>What comes before the address in the first line that the service prints.</summary>
    public const string AddressLine = "Listening on ";

    // A question is about 600 bytes long.
    private const int MostBytesOfARequest = 64 * 1024;

    /// <summary>Runs it.</summary>
    /// <param name="session">What was asked for.</param>
    /// <param name="port">The port, of this machine alone; 0: any that is free.</param>
    /// <param name="interval">How long after a snapshot the next is published.</param>
    /// <param name="untilInputEnds">Whether the end of the standard input stops the service, instead of Ctrl+C.</param>
    /// <exception cref="IOException">The port is in use.</exception>
    public static async Task Run(SampleSession session, int port, TimeSpan interval, bool untilInputEnds)
    {
        DigitPictures digits = UciDigits.LoadMoved(session.Seed);
        var snapshots = new Snapshots(session.OutputFolder);
        var retrainer = new Retrainer(new Retraining(digits.Train, digits.Test, snapshots, session.Seed, session.Threads), interval, session);

        await using WebApplication service = Build(port, retrainer);
        new Endpoints(snapshots, retrainer).Map(service);
        await service.StartAsync(CancellationToken.None);
        session.Print($"{AddressLine}{service.Urls.Single()}");
        if (untilInputEnds)
        {
            _ = Task.Factory.StartNew(() => StopAtEndOfInput(service.Lifetime), TaskCreationOptions.LongRunning);
        }

        await service.WaitForShutdownAsync(untilInputEnds ? CancellationToken.None : session.CancellationToken);
        session.Print($"Snapshots published: {snapshots.Current.Id}");
    }

    // An empty builder: neither files nor variables of the environment say how the service runs, the command line alone does.
    private static WebApplication Build(int port, Retrainer retrainer)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MostBytesOfARequest;
            kestrel.Listen(IPAddress.Loopback, port);
        });

        // Remarks go to the error output. That the start failed, the command line says.
        builder.Logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace)
            .SetMinimumLevel(LogLevel.Warning)
            .AddFilter("Microsoft.Extensions.Hosting", LogLevel.None);
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton<IHostLifetime, SessionLifetime>();
        builder.Services.AddHostedService(_ => retrainer);
        WebApplication service = builder.Build();
        service.UseRouting();
        return service;
    }

    private static void StopAtEndOfInput(IHostApplicationLifetime lifetime)
    {
        while (Console.In.ReadLine() is not null)
        {
            // What is written there does not matter.
        }

        lifetime.StopApplication();
    }
}
